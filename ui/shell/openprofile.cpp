// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/openprofile.h"

#include "backend/client/connector.h"
#include "ui/shell/preferences.h"

namespace vigie {

void openProfile(UiContext &context, const Profile &profile)
{
    context.connector.open(profile);
    context.preferences.update([&](ConsoleSettings &settings) { settings.lastProfile = profile.id; });
}

} // namespace vigie
