// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/time.h"
#include "backend/server/router.h"

#include <array>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace vigie {

struct IdempotencyLimits {
    std::size_t keys {4096}; ///< remembered; then the oldest answered one goes
    std::size_t bytes {8U << 20U}; ///< of remembered answers
    Duration age {std::chrono::hours(1)};
    std::size_t waiting {8}; ///< repetitions that may wait for one request under way
};

/// Remembers the answers of requests with an Idempotency-Key header, so that a request which a client (or the HTTP
/// library under it) sends again after a lost connection happens once (draft-ietf-httpapi-idempotency-key-header-07).
///
/// Of one principal, the same key with the same method, path and body gets the first answer, marked with the header
/// Idempotency-Replayed; while the first is under way it waits for that answer, or gets 409 when too many wait already.
/// The same key with anything else is 422. A key that is no 1 to 128 visible ASCII characters (quotes around it are
/// taken off) is 400. Errors name the header as their field. Answers of 500 and above are not remembered: there a
/// repetition is the next try; nor is 400, 413 or 422: what was not accepted may come again, corrected, with its key.
/// Kept in memory, by one process only. Thread-safe.
class IdempotencyBook : public std::enable_shared_from_this<IdempotencyBook> {
public:
    /// `clock` outlives the book and every request under way.
    explicit IdempotencyBook(const Clock &clock, IdempotencyLimits limits = {});

    /// `handler`, run once for each key; requests without the header go to it as they are.
    Handler guarded(Handler handler);
    std::size_t size() const;
    std::size_t bytes() const;

private:
    using Digest = std::array<unsigned char, 32>;
    struct Record {
        std::string key; ///< with its principal
        Digest request {}; ///< SHA-256 of method, path and body
        SteadyTime since {};
        std::optional<Response> answer; ///< empty while under way
        std::vector<Responder> waiting; ///< the first is the one that runs
        std::size_t bytes() const { return 2 * key.size() + sizeof(Record) + (answer ? answer->size() : 0); }
    };
    class Recorder;
    using Records = std::list<Record>; ///< oldest first

    /// True when the request has to run; otherwise it is answered, or waits.
    bool begin(const Request &request, const std::string &key, const Responder &responder);
    void finish(const std::string &key, Response response);
    void forget(Records::iterator record);
    void trim(); ///< what is too old or too much, with the mutex held

    const Clock &m_clock;
    const IdempotencyLimits m_limits;
    mutable std::mutex m_mutex; ///< guards what follows
    Records m_records;
    std::unordered_map<std::string, Records::iterator> m_byKey;
    std::size_t m_bytes {0};
};

} // namespace vigie
