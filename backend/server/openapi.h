// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace vigie {

/// resources/openapi.json, compiled in.
std::string_view openApiDocument();

} // namespace vigie
