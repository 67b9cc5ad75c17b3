// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

class Clock;
class Panel;
class Session;

/// What the link to the daemon means for what a page shows.
struct LinkState {
    enum class View : unsigned char {
        Fresh, ///< it is true now
        Waiting, ///< nothing was ever seen: a skeleton
        Stale, ///< something was seen, but may be old
        Denied,
    };
    View view {View::Waiting};
    QString text; ///< of Stale and Denied: a translated sentence with the age
    QString shortText; ///< the age alone, for narrow places; empty where there is none
    friend bool operator==(const LinkState &, const LinkState &) = default;
};

LinkState linkState(const Session &session, const Clock &clock);
/// Shows the panel so; true when its own content, empty or error state is to be shown (Fresh).
bool applyLink(Panel &panel, const LinkState &link);

} // namespace vigie
