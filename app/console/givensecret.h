// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/secretstore.h"

namespace vigie {

/// A secret store that knows one secret from elsewhere (the environment) and leaves all others to the real one.
class GivenSecret final : public SecretStore {
public:
    /// `rest` outlives this. An empty key: nothing was given.
    GivenSecret(SecretStore &rest, QString key, std::string secret);
    QFuture<Result<std::string>> read(const QString &key) override;
    QFuture<Result<>> write(const QString &key, const std::string &secret) override;
    QFuture<Result<>> remove(const QString &key) override;

private:
    bool isGiven(const QString &key) const { return !m_key.isEmpty() && key == m_key; }

    SecretStore &m_rest;
    QString m_key;
    std::string m_secret;
};

} // namespace vigie
