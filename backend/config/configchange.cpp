// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/configchange.h"

#include "backend/config/configfield.h"

namespace vigie {

std::vector<std::string> changedKeys(const DaemonConfig &before, const DaemonConfig &after)
{
    DaemonConfig left = before; // the tables can write, too
    DaemonConfig right = after;
    const std::vector<ConfigField> old = daemonFields(left);
    const std::vector<ConfigField> fresh = daemonFields(right);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < old.size(); ++i) {
        const bool same = old[i].shape == ConfigField::Shape::List ? old[i].showList() == fresh[i].showList()
                                                                   : old[i].show() == fresh[i].show();
        if (!same)
            out.push_back(old[i].key);
    }
    return out;
}

} // namespace vigie
