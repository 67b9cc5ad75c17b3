// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/idempotency.h"

#include <openssl/sha.h>

#include <algorithm>

namespace vigie {

namespace {
constexpr const char *idempotencyHeader = "Idempotency-Key";
constexpr std::size_t maxIdempotencyKey = 128;

std::array<unsigned char, 32> requestDigest(const Request &request)
{
    // NUL ends method and path, which cannot contain one: no two requests look the same.
    std::string text(methodName(request.method));
    text += '\0';
    text += request.path;
    text += '\0';
    text += request.body;
    std::array<unsigned char, 32> out {};
    SHA256(reinterpret_cast<const unsigned char *>(text.data()), text.size(), out.data());
    return out;
}

/// Empty when the request has no such header.
Result<std::string> readIdempotencyKey(const Request &request)
{
    const auto isOurs = [](const Request::Header &header) { return equalsIgnoreCase(header.name, idempotencyHeader); };
    const auto count = std::count_if(request.headers.begin(), request.headers.end(), isOurs);
    if (count == 0)
        return std::string();
    // The draft has a quoted string (RFC 8941); many clients send the bare one.
    std::string_view key = request.header(idempotencyHeader);
    if (key.size() >= 2 && key.front() == '"' && key.back() == '"')
        key = key.substr(1, key.size() - 2);
    const bool good = count == 1 && !key.empty() && key.size() <= maxIdempotencyKey
        && std::ranges::all_of(key, [](char c) { return c > ' ' && c < '\x7f' && c != '"' && c != '\\'; });
    if (!good)
        return fail(Error::Code::Invalid, "expected one key of 1 to 128 visible ASCII characters, best a UUID",
                    idempotencyHeader);
    return std::string(key);
}

/// Nothing came of the others: what failed is tried again, what was not understood is sent again, corrected.
bool isKept(int status)
{
    return status < 500 && status != 400 && status != 413 && status != 422;
}

Response replayed(Response response)
{
    response.headers.emplace_back("Idempotency-Replayed", "true");
    return response;
}
} // namespace

/// Takes the one answer of the request that runs.
class IdempotencyBook::Recorder final : public ResponseChannel {
public:
    Recorder(std::shared_ptr<IdempotencyBook> book, std::string key)
        : m_book(std::move(book))
        , m_key(std::move(key))
    {
    }
    void respond(std::uint64_t, Response response) override { m_book->finish(m_key, std::move(response)); }

private:
    std::shared_ptr<IdempotencyBook> m_book;
    std::string m_key;
};

IdempotencyBook::IdempotencyBook(const Clock &clock, IdempotencyLimits limits)
    : m_clock(clock)
    , m_limits(limits)
{
}

Handler IdempotencyBook::guarded(Handler handler)
{
    return [self = shared_from_this(), handler = std::move(handler)](const Request &request, Responder responder) {
        const auto key = readIdempotencyKey(request);
        if (!key)
            return responder.problem(key.error());
        if (key->empty())
            return handler(request, std::move(responder));
        const std::string name = *key + '\0' + request.principal.name;
        if (self->begin(request, name, responder))
            handler(request, Responder(std::make_shared<Recorder>(self, name), 0, request.requestId));
    };
}

bool IdempotencyBook::begin(const Request &request, const std::string &key, const Responder &responder)
{
    const Digest digest = requestDigest(request);
    const auto refuse = [&responder](int status, Error::Code code, std::string detail) {
        responder.send(problem(status, {.code = code, .detail = std::move(detail), .field = idempotencyHeader},
                               responder.requestId()));
        return false;
    };
    std::unique_lock lock(m_mutex);
    trim();
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end()) {
        if (m_records.size() >= m_limits.keys) { // all of them under way
            lock.unlock();
            return refuse(503, Error::Code::Unavailable, "too many requests with a key are under way");
        }
        m_records.push_back({key, digest, m_clock.steadyNow(), std::nullopt, {responder}});
        m_byKey.emplace(key, std::prev(m_records.end()));
        m_bytes += m_records.back().bytes();
        return true;
    }
    Record &record = *found->second;
    if (record.request != digest) {
        lock.unlock();
        return refuse(422, Error::Code::Invalid, "this key was used for another request already; take a new one");
    }
    if (record.answer) {
        Response answer = *record.answer;
        lock.unlock();
        responder.send(replayed(std::move(answer)));
        return false;
    }
    if (record.waiting.size() > m_limits.waiting) {
        lock.unlock();
        return refuse(409, Error::Code::Conflict, "this very request is under way; try again in a moment");
    }
    record.waiting.push_back(responder);
    return false;
}

void IdempotencyBook::finish(const std::string &key, Response response)
{
    // Shared, so that copies for those who wait and for later cost nothing.
    if (!response.sharedBody)
        response.sharedBody = std::make_shared<const std::string>(std::move(response.body));
    response.body.clear();
    std::vector<Responder> waiting;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_byKey.find(key);
        if (found == m_byKey.end())
            return;
        Record &record = *found->second;
        waiting = std::move(record.waiting);
        record.waiting.clear();
        if (!isKept(response.status)) {
            forget(found->second);
        } else {
            m_bytes -= record.bytes();
            record.answer = response;
            m_bytes += record.bytes();
            trim();
        }
    }
    for (std::size_t i = 0; i < waiting.size(); ++i)
        waiting[i].send(i == 0 ? response : replayed(response));
}

void IdempotencyBook::forget(Records::iterator record)
{
    m_bytes -= record->bytes();
    m_byKey.erase(record->key);
    m_records.erase(record);
}

void IdempotencyBook::trim()
{
    const SteadyTime now = m_clock.steadyNow();
    for (auto record = m_records.begin(); record != m_records.end();) {
        const bool tooMuch = m_records.size() >= m_limits.keys || m_bytes > m_limits.bytes;
        if (!tooMuch && now - record->since < m_limits.age)
            return; // younger ones follow
        const auto next = std::next(record);
        if (record->answer)
            forget(record);
        record = next;
    }
}

std::size_t IdempotencyBook::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_records.size();
}

std::size_t IdempotencyBook::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace vigie
