// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/incidents/incidentrepository.h"
#include "backend/store/readpool.h"
#include "backend/store/writequeue.h"

namespace vigie {

/// IncidentRepository on the store's threads.
class IncidentStore final : public IncidentRepository {
public:
    /// Borrowed; they outlive this.
    IncidentStore(WriteQueue &writer, ReadPool &readers);
    void write(Work work, Written done) override;
    void load(std::size_t resolvedLimit, std::function<void(Result<Snapshot>)> done) override;
    void timeline(const IncidentId &id, std::function<void(Result<std::vector<TimelineEntry>>)> done) override;
    void find(const IncidentId &id, std::function<void(Result<std::optional<Incident>>)> done) override;

private:
    WriteQueue &m_writer;
    ReadPool &m_readers;
};

} // namespace vigie
