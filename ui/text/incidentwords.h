// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/incident.h"

#include <QString>

namespace vigie {

/// Titles and descriptions of the daemon's built-in rules in the user's language. The daemon writes English text; where
/// the label "rule" names a built-in rule and the text has that rule's form, its parts are put into the translated
/// form, numbers as the locale writes them. Any other text (a rule of the same id with words of its own, an incident
/// made by hand) stays as it is. GUI thread.
QString incidentTitle(const Incident &incident);
QString incidentDescription(const Incident &incident);
/// A title without its incident: translated when it has the form of any built-in rule's title.
QString ruleTitle(const QString &title);

} // namespace vigie
