// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/apitypes.h"

#include <QString>

#include <optional>

namespace vigie {

/// What is wrong with one field of a form.
struct FieldProblem {
    std::string field; ///< key of the API: "name", "target", "expectStatus" …
    QString sentence; ///< translated
    friend bool operator==(const FieldProblem &, const FieldProblem &) = default;
};

/// Looks for the first mistake a person can make in the form; the daemon looks again, and further. Pure.
std::optional<FieldProblem> checkSourceDraft(const SourceDraft &draft);

} // namespace vigie
