// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"
#include "backend/server/request.h"

namespace vigie {

/// Whether a body in the form its header announces can be read here: not encoded (RFC 9110 section 8.4), and
/// application/json in UTF-8 where a Content-Type is given (section 8.3). Invalid, with the header's name as field and
/// what is accepted in the detail. `anyType`: other media types are taken as well (senders of webhooks call their JSON
/// by many names); JSON in another charset is not.
[[nodiscard]] Result<> checkBodyForm(const Request &request, bool anyType);

} // namespace vigie
