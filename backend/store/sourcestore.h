// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/executor.h"
#include "backend/monitoring/sourcerepository.h"
#include "backend/store/readpool.h"
#include "backend/store/writequeue.h"

namespace vigie {

/// SourceRepository on the store's threads.
class SourceStore final : public SourceRepository {
public:
    /// Borrowed; they outlive this. `home`: where `done` is called; null: on a thread of the store.
    SourceStore(WriteQueue &writer, ReadPool &readers, Executor *home, const Clock &clock);
    void loadSources(Loaded done) override;
    void saveSource(const SourceConfig &config, Done done) override;
    void removeSource(const SourceId &id, Done done) override;

private:
    WriteQueue::Done written(Done done) const;

    WriteQueue &m_writer;
    ReadPool &m_readers;
    Executor *m_home;
    const Clock &m_clock;
};

} // namespace vigie
