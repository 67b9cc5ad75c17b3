// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

using namespace vigie;

class TestPrivateFile : public QObject {
    Q_OBJECT

    std::string path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

private Q_SLOTS:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("a word") << QByteArray("word") << QByteArray("word");
        QTest::newRow("a line") << QByteArray(" word \r\n") << QByteArray(" word ");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("many reads") << QByteArray(60'000, 'x') + "y\n\n" << QByteArray(60'000, 'x') + 'y';
        QTest::newRow("any byte") << QByteArray("a\n\0\xff", 4) << QByteArray("a\n\0\xff", 4);
    }
    void whatIsWrittenIsRead()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, read);
        QVERIFY(writePrivateFile(path("file"), "older"));
        QVERIFY(writePrivateFile(path("file"), content.toStdString()));
        const auto back = readPrivateFile(path("file"));
        QVERIFY(back);
        QCOMPARE(QByteArray::fromStdString(*back), read);
        const QFileInfo info(QString::fromStdString(path("file")));
        QCOMPARE(info.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup),
                 QFileDevice::Permissions());
        QVERIFY(!QFile::exists(QString::fromStdString(path("file.new"))));
    }
    /// Only a file that is not there may be taken for one that has to be made.
    void saysWhyItCannotBeRead_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("code");
        const auto row = [](const char *kind, Error::Code code) {
            QTest::newRow(kind) << QString::fromUtf8(kind) << static_cast<int>(code);
        };
        row("missing", Error::Code::NotFound);
        row("open to others", Error::Code::Denied);
        row("a loop of links", Error::Code::Unavailable);
        row("below a file", Error::Code::Unavailable);
        row("a folder", Error::Code::Unavailable);
        row("too large", Error::Code::TooLarge);
        row("no descriptor left", Error::Code::Unavailable);
    }
    void saysWhyItCannotBeRead()
    {
        QFETCH(QString, kind);
        QFETCH(int, code);
        std::string name = path("it");
        QFile::remove(QString::fromStdString(name));
        rlimit limit {};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        if (kind != QLatin1String("missing") && kind != QLatin1String("a loop of links"))
            QVERIFY(writePrivateFile(name, kind == QLatin1String("too large") ? std::string(70'000, 'x') : "s3cret"));
        if (kind == QLatin1String("open to others")) {
            QVERIFY(
                QFile(QString::fromStdString(name)).setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther));
        } else if (kind == QLatin1String("a loop of links")) {
            QCOMPARE(symlink(name.c_str(), name.c_str()), 0);
        } else if (kind == QLatin1String("below a file")) {
            name += "/x";
        } else if (kind == QLatin1String("a folder")) {
            name = path("folder");
            QVERIFY(QDir().mkpath(QString::fromStdString(name)));
            QVERIFY(QFile(QString::fromStdString(name)).setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        } else if (kind == QLatin1String("no descriptor left")) {
            const rlimit none {0, limit.rlim_max};
            QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
        }
        const auto read = readPrivateFile(name);
        setrlimit(RLIMIT_NOFILE, &limit);
        QVERIFY(!read);
        QCOMPARE(static_cast<int>(read.error().code), code);
        QVERIFY2(read.error().detail.starts_with(name), read.error().detail.c_str());
        QVERIFY(read.error().detail.find("s3cret") == std::string::npos);
    }
    /// Root may read everything: asked as somebody else.
    void whatMayNotBeOpenedIsDenied()
    {
        QVERIFY(writePrivateFile(path("closed"), "s3cret"));
        QVERIFY(QFile(QString::fromStdString(path("closed"))).setPermissions(QFileDevice::Permissions()));
        const bool isRoot = geteuid() == 0;
        if (isRoot) {
            QVERIFY(QFile(m_folder.path()).setPermissions(QFileDevice::Permissions(0x7555)));
            QCOMPARE(seteuid(65'534), 0);
        }
        const auto read = readPrivateFile(path("closed"));
        if (isRoot)
            QCOMPARE(seteuid(0), 0);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Denied);
    }
    void whatCannotBeWrittenLeavesTheOldFile()
    {
        QVERIFY(writePrivateFile(path("old"), "old"));
        QVERIFY(QDir().mkpath(QString::fromStdString(path("old.new/x"))));
        const auto written = writePrivateFile(path("old"), "new");
        QVERIFY(!written);
        QCOMPARE(written.error().code, Error::Code::Unavailable);
        QCOMPARE(*readPrivateFile(path("old")), std::string("old"));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"
