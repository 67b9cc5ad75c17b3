// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <utility>

namespace vigie {

/// What a connection reads from and writes to: the one place to change for TLS (an Asio ssl::stream over this, whose
/// handshake comes before HttpConnection::start(); context with TLS 1.2 or newer from certificate and key files).
using EdgeSocket = boost::asio::ip::tcp::socket;

} // namespace vigie
