// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/client/profiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;

class TestProfiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void localComesFirstAndStays()
    {
        QTemporaryDir folder;
        ProfileStore store(folder.filePath(QStringLiteral("deep/er/console.ini")));
        QCOMPARE(store.profiles().size(), std::size_t(1));
        QVERIFY(store.profiles().front().isPrivate());
        QCOMPARE(store.removeProfile(QStringLiteral("local")).error().code, Error::Code::Invalid);
        QVERIFY(!store.saveProfile(store.profiles().front()));
    }

    void roundTrip()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("deep/console.ini"));
        ProfileStore store(file);
        Profile profile;
        profile.name = QStringLiteral("  Zürich – équipe = [1] ; ");
        profile.url = QUrl(QStringLiteral("https://vigie.example:8443/prefix"));
        profile.caFile = QStringLiteral("/etc/ca, \"x\".pem");
        profile.user = QStringLiteral("ann");
        const auto saved = store.saveProfile(profile);
        QVERIFY(saved);
        QVERIFY(!saved->id.isEmpty());
        Profile second = profile;
        second.name = QStringLiteral("Alpha");
        QVERIFY(store.saveProfile(second));
        const auto read = ProfileStore(file).profiles();
        QCOMPARE(read.size(), std::size_t(3));
        QCOMPARE(read[1].name, QStringLiteral("Alpha"));
        QVERIFY(read[2] == *saved);
        QCOMPARE(read[2].name, profile.name.trimmed());
        QCOMPARE(read[2].tls().caFile, profile.caFile.toStdString());
        QCOMPARE(QFileInfo(file).permissions() & QFileDevice::Permissions(0x0077), QFileDevice::Permissions());
        QVERIFY(store.removeProfile(saved->id));
        QCOMPARE(store.profiles().size(), std::size_t(2));
        QCOMPARE(store.removeProfile(saved->id).error().code, Error::Code::NotFound);
    }

    void badProfiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("field");
        QTest::newRow("no name") << " "
                                 << "https://h"
                                 << "name";
        QTest::newRow("no url") << "n"
                                << ""
                                << "url";
        QTest::newRow("ftp") << "n"
                             << "ftp://h"
                             << "url";
        QTest::newRow("no host") << "n"
                                 << "https://"
                                 << "url";
        QTest::newRow("password") << "n"
                                  << "https://a:b@h"
                                  << "url";
        QTest::newRow("token in query") << "n"
                                        << "https://h/?token=x"
                                        << "url";
        QTest::newRow("relative") << "n"
                                  << "vigie.example"
                                  << "url";
    }
    void badProfiles()
    {
        QFETCH(QString, name);
        QFETCH(QString, url);
        QFETCH(QString, field);
        QTemporaryDir folder;
        ProfileStore store(folder.filePath(QStringLiteral("console.ini")));
        Profile profile;
        profile.name = name;
        profile.url = QUrl(url);
        const auto saved = store.saveProfile(profile);
        QVERIFY(!saved);
        QCOMPARE(QString::fromStdString(saved.error().field), field);
    }

    void settingsRoundTripAndDefaults()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("console.ini"));
        ProfileStore store(file);
        QVERIFY(store.settings() == ConsoleSettings {});
        ConsoleSettings settings;
        settings.theme = ThemeChoice::HcLight;
        settings.language = QStringLiteral("de");
        settings.textScalePercent = 150;
        settings.motion = MotionChoice::Reduced;
        settings.railCollapsed = true;
        settings.desktopNotifications = false;
        settings.chartRange = std::chrono::minutes(360);
        settings.lastPage = QStringLiteral("metrics");
        settings.windowGeometry = QByteArray("\x00\xff\x01=;", 5);
        QVERIFY(store.saveSettings(settings));
        QVERIFY(ProfileStore(file).settings() == settings);
    }

    void nonsenseInTheFileCountsAsMissing()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("console.ini"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(
            "[settings]\ntheme=pink\nlanguage=xx\ntextScalePercent=9000\nrailCollapsed=maybe\nchartRangeMinutes=-1\n"
            "[profiles]\nbad\\name=x\nbad\\url=javascript:1\nlocal\\name=x\nlocal\\url=http://evil\n\xff\xfe[[[\n");
        out.close();
        ProfileStore store(file);
        QVERIFY(store.settings() == ConsoleSettings {});
        QCOMPARE(store.profiles().size(), std::size_t(1));
        QVERIFY(store.profiles()[0].url.isEmpty());
    }

    void aFailedWriteIsSaid()
    {
        ProfileStore store(QStringLiteral("/proc/nowhere/console.ini"));
        QCOMPARE(store.saveSettings({}).error().code, Error::Code::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
