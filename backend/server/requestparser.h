// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/server/dispatcher.h"

#include <boost/beast/http/basic_parser.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

/// Memory of a request's head, used again for the next request.
struct HeadStorage {
    struct Span {
        std::uint32_t begin;
        std::uint32_t size;
    };
    std::string text;
    std::vector<std::pair<Span, Span>> fields; ///< name, value
};

/// Beast's HTTP/1.1 parser (strict about framing and characters) writing into a Request whose memory is used again for
/// the next one. Adds what RFC 9112 demands of a server and Beast leaves to its user: one Host, one Content-Length, no
/// Transfer-Encoding but a single "chunked", none with HTTP/1.0.
class RequestParser final : public boost::beast::http::basic_parser<true> {
public:
    /// Clears `request`. Both references outlive this.
    RequestParser(Request &request, HeadStorage &storage, const ServerOptions &options);

    /// Gives the views of `request` (target, headers) their final place. After the header is complete.
    void bindViews();
    Dispatcher::Framing framing() const;
    bool expectsContinue() const { return m_expect == Expect::Continue; }
    bool hasUnknownExpectation() const { return m_expect == Expect::Unknown; }
    /// HTTP status for a parse error.
    int statusOf(const boost::beast::error_code &error) const;

private:
    enum class Expect : std::uint8_t { Nothing, Continue, Unknown };
    using Span = HeadStorage::Span;
    using Error = boost::beast::error_code;
    using View = boost::beast::string_view;
    Span store(View text);
    std::string_view view(Span span) const { return std::string_view(m_storage.text).substr(span.begin, span.size); }

    void on_request_impl(boost::beast::http::verb, View method, View target, int version, Error &error) override;
    void on_response_impl(int, View, int, Error &) override { }
    void on_field_impl(boost::beast::http::field field, View name, View value, Error &error) override;
    void on_header_impl(Error &error) override;
    void on_body_init_impl(boost::optional<std::uint64_t> const &, Error &) override { }
    std::size_t on_body_impl(View body, Error &) override;
    void on_chunk_header_impl(std::uint64_t, View, Error &) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, View body, Error &) override;
    void on_finish_impl(Error &) override { }

    Request &m_request;
    HeadStorage &m_storage;
    const ServerOptions &m_options;
    Span m_target {};
    int m_hosts {0};
    int m_lengths {0};
    int m_codings {0};
    int m_status {400}; ///< of an error of our own
    int m_version {11};
    bool m_headerDone {false};
    Expect m_expect {Expect::Nothing};
};

} // namespace vigie
