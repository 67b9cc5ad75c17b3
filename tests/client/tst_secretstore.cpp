// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The outer program starts itself below withkeyring.sh: once beside a real gnome-keyring, once without any service.
#include "backend/client/secretstore.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace vigie;

namespace {
const QString awkwardKey = QStringLiteral("profile/équipe \"1\"");
const std::string awkwardSecret = "p\xc3\xa4ss w\xc3\xb6rd 🔑 \"'\\";

template<typename T>
Result<T> secretAnswer(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10'000))
        return fail(Error::Code::Internal, "the future never finished");
    return future.result();
}

/// Runs in the session that withkeyring.sh made.
class InsideKeyring : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writeReadRemove()
    {
        KeyringSecretStore store(QStringLiteral("vigie-test"));
        const auto missing = secretAnswer(store.read(awkwardKey));
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, Error::Code::NotFound);
        QVERIFY(secretAnswer(store.remove(awkwardKey)));
        QVERIFY(secretAnswer(store.write(awkwardKey, awkwardSecret)));
        QCOMPARE(secretAnswer(store.read(awkwardKey)).value_or(""), awkwardSecret);
        QVERIFY(secretAnswer(store.write(awkwardKey, "new")));
        QCOMPARE(secretAnswer(store.read(awkwardKey)).value_or(""), std::string("new"));
        KeyringSecretStore other(QStringLiteral("vigie-other"));
        QCOMPARE(secretAnswer(other.read(awkwardKey)).error().code, Error::Code::NotFound);
        QVERIFY(secretAnswer(store.remove(awkwardKey)));
        QCOMPARE(secretAnswer(store.read(awkwardKey)).error().code, Error::Code::NotFound);
    }

    void destructionFinishesTheFuture()
    {
        auto store = std::make_unique<KeyringSecretStore>(QStringLiteral("vigie-test"));
        auto future = store->read(awkwardKey);
        store.reset();
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().error().code, Error::Code::Cancelled);
        QTest::qWait(200);
    }

    /// A locked keyring holds the secret, but QtKeychain says that there is none.
    void lockedIsNotMissing()
    {
        KeyringSecretStore store(QStringLiteral("vigie-test"));
        QVERIFY(secretAnswer(store.write(awkwardKey, awkwardSecret)));
        QProcess lock;
        lock.setProcessChannelMode(QProcess::MergedChannels);
        lock.start(QStringLiteral("gdbus"),
                   {QStringLiteral("call"), QStringLiteral("--session"), QStringLiteral("--dest"),
                    QStringLiteral("org.freedesktop.secrets"), QStringLiteral("--object-path"),
                    QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("--method"),
                    QStringLiteral("org.freedesktop.Secret.Service.Lock"),
                    QStringLiteral("[objectpath '/org/freedesktop/secrets/collection/login']")});
        QVERIFY(lock.waitForFinished());
        const QByteArray answer = lock.readAll();
        QVERIFY2(answer.contains("collection/login"), answer.constData());
        const auto read = secretAnswer(store.read(awkwardKey));
        QVERIFY(!read);
        QCOMPARE(errorCodeName(read.error().code), errorCodeName(Error::Code::Denied));
    }
};

class InsideNothing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNoService()
    {
        KeyringSecretStore store(QStringLiteral("vigie-test"));
        QCOMPARE(errorCodeName(secretAnswer(store.read(awkwardKey)).error().code),
                 errorCodeName(Error::Code::Unavailable));
        QCOMPARE(errorCodeName(secretAnswer(store.write(awkwardKey, "x")).error().code),
                 errorCodeName(Error::Code::Unavailable));
        QCOMPARE(errorCodeName(secretAnswer(store.remove(awkwardKey)).error().code),
                 errorCodeName(Error::Code::Unavailable));
    }
};

class TestSecretStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void memory()
    {
        MemorySecretStore store;
        QCOMPARE(secretAnswer(store.read(awkwardKey)).error().code, Error::Code::NotFound);
        QVERIFY(secretAnswer(store.write(awkwardKey, awkwardSecret)));
        QCOMPARE(secretAnswer(store.read(awkwardKey)).value_or(""), awkwardSecret);
        QVERIFY(secretAnswer(store.remove(awkwardKey)));
        QCOMPARE(secretAnswer(store.read(awkwardKey)).error().code, Error::Code::NotFound);
    }

    void inASessionOfItsOwn_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::newRow("gnome-keyring") << "keyring";
        QTest::newRow("no service") << "none";
    }
    void inASessionOfItsOwn()
    {
        QFETCH(QString, mode);
        for (const char *program : {"dbus-run-session", "gnome-keyring-daemon", "gdbus"}) {
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                QSKIP(qPrintable(
                    QStringLiteral("%1 is missing (dbus, gnome-keyring, libglib2.0-bin)").arg(QLatin1String(program))));
        }
        QProcess inside;
        inside.setProcessChannelMode(QProcess::MergedChannels);
        inside.start(QStringLiteral(VIGIE_SOURCE_DIR "/tests/support/withkeyring.sh"),
                     {mode, QCoreApplication::applicationFilePath(), QStringLiteral("--inside"), mode});
        QVERIFY(inside.waitForFinished(60'000));
        const QByteArray output = inside.readAll();
        if (inside.exitCode() == 77)
            QSKIP("gnome-keyring does not start here");
        QVERIFY2(inside.exitStatus() == QProcess::NormalExit && inside.exitCode() == 0, output.constData());
    }
};
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) != QLatin1String("--inside")) {
        TestSecretStore test;
        return QTest::qExec(&test, arguments);
    }
    if (arguments.value(2) == QLatin1String("keyring")) {
        InsideKeyring test;
        return QTest::qExec(&test, {arguments.first()});
    }
    InsideNothing test;
    return QTest::qExec(&test, {arguments.first()});
}

#include "tst_secretstore.moc"
