// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/store/pushwork.h"

namespace vigie {

void pushWork(WriteQueue &writer, ReadPool &readers, WriteQueue::Work work, WriteQueue::Done done)
{
    if (writer.push(std::move(work), done))
        return;
    readers.post([done = std::move(done)] {
        done(fail(Error::Code::Unavailable, "too many changes are waiting for the database, or the store is closing"));
    });
}

} // namespace vigie
