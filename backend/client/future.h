// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <QFuture>
#include <QObject>
#include <QPointer>

#include <utility>

namespace vigie {

/// Calls `done(result)` on the thread of the client that made the future (the GUI thread), unless `context` is gone by
/// then. Use this instead of QFuture::then(context, …), which asserts in Qt 6.4 when the context died before the
/// answer. `context` lives in that same thread. Every future of the client layer finishes: with an answer, an error, or
/// Cancelled when its owner was destroyed.
template<typename T, typename Done>
void whenDone(QFuture<T> future, QObject *context, Done done)
{
    future.then(QtFuture::Launch::Sync,
                [guard = QPointer<QObject>(context), done = std::move(done)](T &&result) mutable {
                    if (guard)
                        done(std::move(result));
                });
}

} // namespace vigie
