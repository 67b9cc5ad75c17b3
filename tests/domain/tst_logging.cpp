// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/json.h"
#include "backend/domain/logging.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace vigie;

class TestLogging : public QObject {
    Q_OBJECT

    /// The lines written since the last call; each must be JSON.
    std::vector<Json> newLines()
    {
        std::vector<Json> out;
        while (m_file.bytesAvailable() > 0) {
            auto line = parseJson(m_file.readLine().trimmed().toStdString());
            out.push_back(line ? *std::move(line) : Json("not JSON: " + line.error().detail));
        }
        return out;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_file.setFileName(m_folder.filePath(QStringLiteral("log")));
        const QString nowhere = m_folder.filePath(QStringLiteral("a file/log"));
        QFile inTheWay(m_folder.filePath(QStringLiteral("a file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto failed = log::start(log::Level::Info, nowhere.toStdString());
        QVERIFY(!failed);
        QVERIFY2(failed.error().detail.find(nowhere.toStdString()) != std::string::npos, failed.error().detail.c_str());
        QVERIFY(log::start(log::Level::Info, m_file.fileName().toStdString()));
        QVERIFY(m_file.open(QIODevice::ReadOnly));
    }
    void saysWhetherAFileCanBeWritten_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("reason"); // empty: it can
        const QString folder = m_folder.path() + QLatin1Char('/');
        QTest::newRow("there") << m_file.fileName() << QString();
        QTest::newRow("new") << folder + QStringLiteral("new") << QString();
        QTest::newRow("in a new folder") << folder + QStringLiteral("x/y/new") << QString();
        QTest::newRow("a folder") << m_folder.path() << QStringLiteral("is a folder");
        QTest::newRow("below a file") << m_file.fileName() + QStringLiteral("/x") << QStringLiteral("is no folder");
    }
    void saysWhetherAFileCanBeWritten()
    {
        QFETCH(QString, file);
        QFETCH(QString, reason);
        const auto answer = log::checkFile(file.toStdString());
        QCOMPARE(answer.has_value(), reason.isEmpty());
        if (!answer) {
            const QString detail = QString::fromStdString(answer.error().detail);
            QVERIFY2(detail.startsWith(file + QStringLiteral(": ")) && detail.contains(reason), qPrintable(detail));
        }
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("x")))); // it only looks
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("new"))));
    }
    void everyLineIsJson()
    {
        const std::string odd = std::string("\"}\n\\ \xc3\xbc \xff\x01") + '\0';
        log::warning("part", "what \"happened\"", {{"text", odd}, {"number", std::int64_t {-7}}});
        const auto lines = newLines();
        QCOMPARE(lines.size(), std::size_t {1});
        QCOMPARE(lines[0]["level"].toString(), std::string("warning"));
        QCOMPARE(lines[0]["part"].toString(), std::string("part"));
        QCOMPARE(lines[0]["msg"].toString(), std::string("what \"happened\""));
        QCOMPARE(lines[0]["number"].toInteger(), std::int64_t {-7});
        QVERIFY(lines[0]["text"].toString().starts_with("\"}\n\\ \xc3\xbc "));
        QVERIFY(lines[0]["t"].toString().ends_with("Z"));
        QVERIFY(!lines[0].contains("request_id"));
    }
    void theRequestStandsInEachLineOfItsThread()
    {
        {
            const log::Correlation outer("outer");
            log::info("p", "a");
            {
                const log::Correlation inner("inner");
                log::info("p", "b");
                std::thread([] { log::info("p", "another thread"); }).join();
            }
            log::info("p", "c");
        }
        log::info("p", "d");
        std::vector<std::string> ids;
        for (const Json &line : newLines())
            ids.push_back(line["request_id"].toString());
        QCOMPARE(ids, (std::vector<std::string> {"outer", "inner", "", "outer", ""}));
    }
    void theLevelCanChange()
    {
        log::debug("p", "no");
        QCOMPARE(newLines().size(), std::size_t {0});
        log::setLevel(log::Level::Debug);
        log::debug("p", "yes");
        QCOMPARE(newLines().size(), std::size_t {1});
        log::setLevel(log::Level::Off);
        log::error("p", "no");
        QCOMPARE(newLines().size(), std::size_t {0});
    }

private:
    QTemporaryDir m_folder;
    QFile m_file;
};

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"
