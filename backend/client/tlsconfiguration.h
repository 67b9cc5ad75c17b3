// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/http.h"

#include <QSslConfiguration>

namespace vigie {

/// The TLS settings of one peer for Qt's sockets; TLS 1.2 or newer. Reads the files named in `options`: worker thread.
/// Invalid with field "caFile", "clientCertificate" or "clientKey" when one of them cannot be read.
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const TlsOptions &options);

} // namespace vigie
