// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/server/requestparser.h"

#include <boost/beast/http/error.hpp>

#include <limits>

namespace vigie {

namespace http = boost::beast::http;

namespace {
constexpr std::size_t maxFields = 256;
}

RequestParser::RequestParser(Request &request, HeadStorage &storage, const ServerOptions &options)
    : m_request(request)
    , m_storage(storage)
    , m_options(options)
{
    m_storage.text.clear();
    m_storage.fields.clear();
    m_request.method = Method::Get;
    m_request.headers.clear();
    m_request.body.clear();
    m_request.route = nullptr;
    m_request.path = {}; // of a head that is gone
    header_limit(static_cast<std::uint32_t>(options.maxHeader));
    // Until the route and with it its own limit is known. Not boost::none: Beast 1.74 finds every length above that.
    body_limit(std::numeric_limits<std::uint64_t>::max());
}

RequestParser::Span RequestParser::store(View text)
{
    const Span out {static_cast<std::uint32_t>(m_storage.text.size()), static_cast<std::uint32_t>(text.size())};
    m_storage.text.append(text.data(), text.size());
    return out;
}

void RequestParser::on_request_impl(http::verb, View method, View target, int version, Error &error)
{
    m_version = version;
    if (method.size() > m_options.maxMethod) {
        m_status = 501;
        error = http::error::bad_method;
        return;
    }
    if (target.size() > m_options.maxTarget) {
        m_status = 414;
        error = http::error::bad_target;
        return;
    }
    m_request.method = methodFromName({method.data(), method.size()});
    m_target = store(target);
}

void RequestParser::on_field_impl(http::field field, View name, View value, Error &error)
{
    if (m_headerDone)
        return; // trailers are read past
    // Beast limits what it has not taken yet, and it takes line by line.
    if (m_storage.text.size() + name.size() + value.size() > m_options.maxHeader
        || m_storage.fields.size() >= maxFields) {
        error = http::error::header_limit;
        return;
    }
    switch (field) {
    case http::field::host:
        if (++m_hosts > 1)
            error = http::error::bad_field;
        break;
    case http::field::content_length:
        // Equal repeated lengths are harmless to us, but not to a proxy that reads them in another way.
        if (++m_lengths > 1 || value.find(',') != View::npos)
            error = http::error::bad_content_length;
        break;
    case http::field::transfer_encoding:
        if (++m_codings > 1 || m_version < 11) {
            error = http::error::bad_transfer_encoding;
        } else if (!equalsIgnoreCase({value.data(), value.size()}, "chunked")) {
            m_status = 501;
            error = http::error::bad_transfer_encoding;
        }
        break;
    case http::field::expect:
        m_expect = equalsIgnoreCase({value.data(), value.size()}, "100-continue") ? Expect::Continue : Expect::Unknown;
        break;
    default:
        break;
    }
    const Span nameSpan = store(name);
    m_storage.fields.emplace_back(nameSpan, store(value));
}

void RequestParser::on_header_impl(Error &error)
{
    m_headerDone = true;
    if (m_hosts == 0 && m_version >= 11)
        error = http::error::bad_field;
}

std::size_t RequestParser::on_body_impl(View body, Error &)
{
    m_request.body.append(body.data(), body.size());
    return body.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, View body, Error &)
{
    m_request.body.append(body.data(), body.size());
    return body.size();
}

void RequestParser::bindViews()
{
    m_request.target = view(m_target);
    for (const auto &[name, value] : m_storage.fields)
        m_request.headers.push_back({view(name), view(value)});
}

Dispatcher::Framing RequestParser::framing() const
{
    Dispatcher::Framing out;
    out.chunked = chunked();
    if (const auto length = content_length())
        out.contentLength = *length;
    return out;
}

int RequestParser::statusOf(const Error &error) const
{
    if (m_status != 400)
        return m_status;
    if (error == http::error::header_limit)
        return m_storage.text.empty() ? 414 : 431;
    if (error == http::error::body_limit)
        return 413;
    if (error == http::error::bad_version)
        return 505;
    return 400;
}

} // namespace vigie
