// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/profiles.h"
#include "backend/client/session.h"
#include "widgets/panel.h"

#include <QString>

namespace vigie {

/// What happened and what the user can do about it, translated; made from the error's code, never from its detail.
struct ErrorWords {
    QString what;
    QString advice;
};
ErrorWords errorWords(const Error &error);
/// For Panel::showError(); `id` is the code's stable spelling with the detail, for support.
Panel::Problem problemOf(const Error &error, bool retry = true);
/// One line: "Not connected: the server cannot be reached."
QString errorLine(const QString &what, const Error &error);
/// Why the server does not accept the value of error.field, without the field's name: "it must not be empty".
QString refusalReason(const Error &error);

/// "Connected", "No connection" …
QString sessionStateWord(Session::State state);
/// "HTTP probe", "Prometheus" …
QString sourceKindWord(SourceKind kind);
/// The user's word, or "This machine".
QString profileName(const Profile &profile);
/// The same with the user that is written in the profile: "prod-eu (ann)".
QString profileLabel(const Profile &profile);
/// "critical" -> Severity word for machine-readable values; the text itself when it is none.
QString severityValueWord(const std::string &value);

inline QString toQString(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace vigie
