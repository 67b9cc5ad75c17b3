// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/requestkey.h"

#include <QUuid>

namespace vigie {

std::string newRequestKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

bool isOutcomeUnknown(const Error &error)
{
    switch (error.code) {
    case Error::Code::Timeout:
    case Error::Code::Unreachable:
    case Error::Code::Protocol:
    case Error::Code::Cancelled:
        return true;
    default:
        return false;
    }
}

} // namespace vigie
