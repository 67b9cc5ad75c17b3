// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/store/readpool.h"
#include "backend/store/writequeue.h"

namespace vigie {

/// Hands work to the writer; when it takes no more, `done` hears Unavailable on a thread of `readers`.
void pushWork(WriteQueue &writer, ReadPool &readers, WriteQueue::Work work, WriteQueue::Done done);

} // namespace vigie
