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
        log::start(log::Level::Info, m_file.fileName().toStdString());
        QVERIFY(m_file.open(QIODevice::ReadOnly));
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
