// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/source.h"
#include "backend/store/readpool.h"
#include "backend/store/writequeue.h"

namespace vigie {

/// How each source did last, configured ones included, kept over restarts together with the durable events that tell of
/// it. Calls may come from any thread and return at once; `done` is called exactly once, on a thread of the store.
/// Daemons that share a database share this as they share the configuration.
class StatusStore {
public:
    using Loaded = std::function<void(Result<std::vector<SourceStatus>>)>;
    using Recorded = std::function<void(Result<std::shared_ptr<const Event>>)>;
    /// Borrowed; they outlive this.
    StatusStore(WriteQueue &writer, ReadPool &readers);

    /// All, in the order of their ids. A row that cannot be read is left out and logged, never an error.
    void load(Loaded done);
    /// Keeps the status and gives the event that tells of it its seq, both or none.
    void record(const SourceStatus &status, Event event, Recorded done);
    /// Forgets the status of a source that is gone, and records the event that tells of it.
    void forget(const SourceId &id, Event event, Recorded done);
    /// Keeps these and no others, and tells nobody: for the end of a daemon, since figures change without an event.
    void replaceAll(const std::vector<SourceStatus> &statuses);

private:
    WriteQueue &m_writer;
    ReadPool &m_readers;
};

} // namespace vigie
