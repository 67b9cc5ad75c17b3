// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/result.h"

#include <string>

namespace vigie {

// Files that are nobody else's: tokens, passwords, runtime files. Any thread. Error::detail begins with the file's name
// and never has anything of its content.

/// What stands in it, without the line ends at its end; at most 64 KiB. NotFound: there is no such file; Denied: it may
/// not be opened, or others may read or write it; TooLarge; Unavailable for everything else.
[[nodiscard]] Result<std::string> readPrivateFile(const std::string &file);
/// Writes a file of mode 0600 in one step: a temporary one beside it, synced, then renamed. Unavailable.
[[nodiscard]] Result<> writePrivateFile(const std::string &file, const std::string &content);

} // namespace vigie
