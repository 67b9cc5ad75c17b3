// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/apiclient.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;

namespace {
/// An authority, a server's and a client's certificate in PEM, made by openssl for this test.
struct Certificates {
    QTemporaryDir folder;
    QString path(const char *name) const { return folder.filePath(QLatin1String(name)); }
    bool run(const QStringList &arguments) const
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        return openssl.waitForFinished(20'000) && openssl.exitCode() == 0;
    }
    bool make() const
    {
        QFile extensions(path("san.cnf"));
        if (!extensions.open(QIODevice::WriteOnly))
            return false;
        extensions.write("subjectAltName=IP:127.0.0.1\n");
        extensions.close();
        const QString subject = QStringLiteral("-subj");
        bool good = run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                         QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"),
                         QStringLiteral("2"), subject, QStringLiteral("/CN=Test CA"), QStringLiteral("-keyout"),
                         path("ca.key"), QStringLiteral("-out"), path("ca.pem")});
        for (const char *name : {"server", "client"}) {
            const QString base = path(name);
            good = good
                && run({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                        QStringLiteral("-nodes"), subject, QString(QLatin1String("/CN=") + QLatin1String(name)),
                        QStringLiteral("-keyout"), QString(base + QLatin1String(".key")), QStringLiteral("-out"),
                        QString(base + QLatin1String(".csr"))})
                && run({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-days"), QStringLiteral("2"),
                        QStringLiteral("-in"), QString(base + QLatin1String(".csr")), QStringLiteral("-CA"),
                        path("ca.pem"), QStringLiteral("-CAkey"), path("ca.key"), QStringLiteral("-CAcreateserial"),
                        QStringLiteral("-extfile"), path("san.cnf"), QStringLiteral("-out"),
                        QString(base + QLatin1String(".pem"))});
        }
        return good;
    }
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Answers every request with {} and remembers who asked.
class TlsServer : public QSslServer {
public:
    TlsServer(const Certificates &certificates, bool wantsClient)
    {
        QSslConfiguration tls;
        tls.setLocalCertificateChain(QSslCertificate::fromData(contentOf(certificates.path("server.pem"))));
        tls.setPrivateKey(QSslKey(contentOf(certificates.path("server.key")), QSsl::Rsa));
        tls.setCaCertificates(QSslCertificate::fromData(contentOf(certificates.path("ca.pem"))));
        tls.setPeerVerifyMode(wantsClient ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
        setSslConfiguration(tls);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            auto *socket = static_cast<QSslSocket *>(nextPendingConnection());
            connect(socket, &QSslSocket::readyRead, this, [this, socket] {
                peers << socket->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0);
                if (socket->readAll().contains("\r\n\r\n"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            });
        });
        listen(QHostAddress::LocalHost);
    }
    Endpoint endpoint() const
    {
        Endpoint out;
        out.url = QUrl(QStringLiteral("https://127.0.0.1:%1").arg(serverPort()));
        out.timeout = std::chrono::seconds(5);
        return out;
    }
    QStringList peers;
};

Result<Json> healthOf(const Endpoint &endpoint)
{
    WorkerThread worker(QStringLiteral("worker"));
    ApiClient client(worker, endpoint);
    auto future = client.health();
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 8000))
        return fail(Error::Code::Internal, "the future never finished");
    return future.result();
}
} // namespace

class TestTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("openssl is missing");
        QVERIFY(m_certificates.make());
    }

    void onlyAKnownAuthorityIsTrusted()
    {
        TlsServer server(m_certificates, false);
        const auto refused = healthOf(server.endpoint());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Unreachable);
        QVERIFY2(QString::fromStdString(refused.error().detail).contains(QLatin1String("SSL")),
                 refused.error().detail.c_str());
        QVERIFY(server.peers.isEmpty());
        Endpoint endpoint = server.endpoint();
        endpoint.tls.caFile = m_certificates.path("ca.pem").toStdString();
        QVERIFY(healthOf(endpoint));
    }

    void anotherNameIsRefused()
    {
        TlsServer server(m_certificates, false);
        Endpoint endpoint = server.endpoint();
        endpoint.url.setHost(QStringLiteral("localhost"));
        endpoint.tls.caFile = m_certificates.path("ca.pem").toStdString();
        QVERIFY(!healthOf(endpoint));
        QVERIFY(server.peers.isEmpty());
    }

    void theClientCertificateIsShown()
    {
        TlsServer server(m_certificates, true);
        Endpoint endpoint = server.endpoint();
        endpoint.tls.caFile = m_certificates.path("ca.pem").toStdString();
        QVERIFY(!healthOf(endpoint));
        endpoint.tls.clientCertificateFile = m_certificates.path("client.pem").toStdString();
        endpoint.tls.clientKeyFile = m_certificates.path("client.key").toStdString();
        QVERIFY(healthOf(endpoint));
        QCOMPARE(server.peers, QStringList {QStringLiteral("client")});
    }

    void filesThatAreNoneAreNamed()
    {
        Endpoint endpoint;
        endpoint.url = QUrl(QStringLiteral("https://127.0.0.1:1"));
        endpoint.tls.caFile = m_certificates.path("ca.key").toStdString();
        QCOMPARE(healthOf(endpoint).error().field, std::string("caFile"));
        endpoint.tls.caFile.clear();
        endpoint.tls.clientCertificateFile = m_certificates.path("client.pem").toStdString();
        endpoint.tls.clientKeyFile = m_certificates.path("client.pem").toStdString();
        QCOMPARE(healthOf(endpoint).error().field, std::string("clientKey"));
    }

private:
    Certificates m_certificates;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
