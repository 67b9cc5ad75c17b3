// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <optional>
#include <string>
#include <utility>

namespace vigie {

/// A new random UUID, for the header Idempotency-Key: a server does what carries the same key once, however often it
/// arrives.
std::string newRequestKey();

/// The answer was lost on the way: what was asked for may have happened.
bool isOutcomeUnknown(const Error &error);

/// Whether two drafts ask for the same. Overloaded where a draft carries more than the wish (apitypes.h).
template<typename Draft>
bool isSameWish(const Draft &a, const Draft &b)
{
    return a == b;
}

/// Gives the drafts of one form their keys: the same wish, sent again because nobody knows what became of it, goes out
/// as it did before, under its key; anything else gets a new one.
template<typename Draft>
class RequestKey {
public:
    Draft named(Draft draft)
    {
        draft.requestKey.clear();
        if (!m_sent || !isSameWish(m_sent->first, draft))
            m_sent.emplace(std::move(draft), newRequestKey());
        Draft out = m_sent->first;
        out.requestKey = m_sent->second;
        return out;
    }
    /// It was answered: the same once more is another wish.
    void succeeded() { m_sent.reset(); }
    /// After a failure. One that is known to have changed nothing ends the key.
    void failed(const Error &error)
    {
        if (!isOutcomeUnknown(error))
            m_sent.reset();
    }

private:
    std::optional<std::pair<Draft, std::string>> m_sent;
};

} // namespace vigie
