// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/client/future.h"

#include <QFuture>
#include <QString>

#include <map>
#include <memory>
#include <string>

namespace vigie {

/// Keeps secrets. Errors, and what they mean for the user:
///   NotFound     there is none under this key: ask for it, offer to keep it
///   Denied       the keyring is locked, or its prompt was dismissed: ask for this time, delete nothing
///   Unavailable  no keyring service runs: ask each time
///   Internal     anything else
/// GUI thread; every future finishes there, with Cancelled when the store is destroyed first.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    [[nodiscard]] virtual QFuture<Result<std::string>> read(const QString &key) = 0;
    [[nodiscard]] virtual QFuture<Result<>> write(const QString &key, const std::string &secret) = 0;
    /// Removing what is not there is a success.
    [[nodiscard]] virtual QFuture<Result<>> remove(const QString &key) = 0;
};

/// The system's keyring (Secret Service or KWallet) through QtKeychain.
class KeyringSecretStore final : public SecretStore {
public:
    explicit KeyringSecretStore(QString service = QStringLiteral("vigie"));
    ~KeyringSecretStore() override;
    QFuture<Result<std::string>> read(const QString &key) override;
    QFuture<Result<>> write(const QString &key, const std::string &secret) override;
    QFuture<Result<>> remove(const QString &key) override;

private:
    class Jobs;
    std::unique_ptr<Jobs> m_jobs;
};

/// For this run only: nothing is kept on disk. What stands in when no keyring runs ("ask each time").
class MemorySecretStore final : public SecretStore {
public:
    QFuture<Result<std::string>> read(const QString &key) override;
    QFuture<Result<>> write(const QString &key, const std::string &secret) override;
    QFuture<Result<>> remove(const QString &key) override;

private:
    std::map<QString, std::string> m_secrets;
};

} // namespace vigie
