// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/tlsconfiguration.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace vigie {

namespace {
Result<QByteArray> readPem(const std::string &path, const char *field)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Invalid, path + ": " + file.errorString().toStdString(), field);
    constexpr qint64 maxPem = 1 << 20;
    return file.read(maxPem);
}

QSslKey keyOfPem(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        const QSslKey key(pem, algorithm, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return {};
}

Result<> addAuthority(QSslConfiguration &configuration, const std::string &path)
{
    const auto pem = readPem(path, "caFile");
    if (!pem)
        return tl::unexpected(pem.error());
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty())
        return fail(Error::Code::Invalid, path + ": no PEM certificate in it", "caFile");
    configuration.setCaCertificates(certificates);
    return {};
}

Result<> addClient(QSslConfiguration &configuration, const TlsOptions &options)
{
    const auto certificate = readPem(options.clientCertificateFile, "clientCertificate");
    if (!certificate)
        return tl::unexpected(certificate.error());
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificate, QSsl::Pem);
    if (chain.isEmpty())
        return fail(Error::Code::Invalid, options.clientCertificateFile + ": no PEM certificate in it",
                    "clientCertificate");
    const auto pem = readPem(options.clientKeyFile, "clientKey");
    if (!pem)
        return tl::unexpected(pem.error());
    const QSslKey key = keyOfPem(*pem);
    if (key.isNull())
        return fail(Error::Code::Invalid, options.clientKeyFile + ": no private key in PEM without a password",
                    "clientKey");
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return {};
}
} // namespace

Result<QSslConfiguration> tlsConfiguration(const TlsOptions &options)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(options.verifyPeer ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    if (!options.caFile.empty()) {
        if (const auto done = addAuthority(configuration, options.caFile); !done)
            return tl::unexpected(done.error());
    }
    if (!options.clientCertificateFile.empty()) {
        if (const auto done = addClient(configuration, options); !done)
            return tl::unexpected(done.error());
    }
    return configuration;
}

} // namespace vigie
