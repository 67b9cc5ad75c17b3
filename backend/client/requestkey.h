// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <optional>
#include <string>

namespace vigie {

/// A new random UUID, for the header Idempotency-Key: a server does what carries the same key once, however often it
/// arrives.
std::string newRequestKey();

/// The answer was lost on the way: what was asked for may have happened.
bool isOutcomeUnknown(const Error &error);

/// Gives the drafts of one form their keys: the same wish, sent again because nobody knows what became of it, keeps its
/// key; anything else gets a new one.
template<typename Draft>
class RequestKey {
public:
    Draft named(Draft draft)
    {
        draft.requestKey.clear();
        if (!m_sent || m_sent->first != draft)
            m_sent.emplace(draft, newRequestKey());
        draft.requestKey = m_sent->second;
        return draft;
    }
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
