// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/givensecret.h"

namespace vigie {

GivenSecret::GivenSecret(SecretStore &rest, QString key, std::string secret)
    : m_rest(rest)
    , m_key(std::move(key))
    , m_secret(std::move(secret))
{
}

QFuture<Result<std::string>> GivenSecret::read(const QString &key)
{
    return isGiven(key) ? QtFuture::makeReadyFuture(Result<std::string>(m_secret)) : m_rest.read(key);
}

/// What came from the environment is never written anywhere.
QFuture<Result<>> GivenSecret::write(const QString &key, const std::string &secret)
{
    if (!isGiven(key))
        return m_rest.write(key, secret);
    m_secret = secret;
    return QtFuture::makeReadyFuture(Result<>());
}

QFuture<Result<>> GivenSecret::remove(const QString &key)
{
    return isGiven(key) ? QtFuture::makeReadyFuture(Result<>()) : m_rest.remove(key);
}

} // namespace vigie
