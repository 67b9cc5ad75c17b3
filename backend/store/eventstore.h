// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/incidents/incidentrepository.h"
#include "backend/store/readpool.h"
#include "backend/store/writequeue.h"

namespace vigie {

/// EventLog on the store's threads.
class EventStore final : public EventLog {
public:
    /// Borrowed; they outlive this.
    EventStore(WriteQueue &writer, ReadPool &readers);
    void eventsAfter(std::int64_t since, std::size_t limit, std::function<void(Result<Page>)> done) override;
    void lastEvents(std::size_t limit, std::function<void(Result<Page>)> done) override;
    void recordEvent(Event event, std::function<void(Result<std::shared_ptr<const Event>>)> done) override;

private:
    WriteQueue &m_writer;
    ReadPool &m_readers;
};

} // namespace vigie
