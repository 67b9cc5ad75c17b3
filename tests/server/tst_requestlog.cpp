// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an operator is told is found again in the log, by the id of the request.
#include "backend/domain/json.h"
#include "backend/domain/logging.h"
#include "tests/server/testserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace vigie;
using namespace vigie::test;

class TstRequestLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFailedRequestIsFoundByItsId()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("log"));
        QVERIFY(log::start(log::Level::Info, name.toStdString()));
        ServerOptions options;
        options.handlerTimeout = std::chrono::milliseconds(200);
        TestServer server(options);
        RawClient client;
        QVERIFY(client.connect(server.port()));
        QCOMPARE(client.request("GET", "/hello", {}, "X-Request-Id: went-well\r\n")->status, 200);
        // What is refused is no fault of ours, but its answer carries an id as well.
        const auto refused = client.request("GET", "/nowhere", {}, "X-Request-Id: refused-4\r\n");
        QVERIFY(refused);
        QCOMPARE(refused->status, 404);
        QCOMPARE((*parseJson(refused->body))["requestId"].toString(), std::string("refused-4"));
        const auto answer = client.request("GET", "/throws", {}, "X-Request-Id: find-me\r\n");
        QVERIFY(answer);
        QCOMPARE(answer->status, 500);
        QCOMPARE((*parseJson(answer->body))["requestId"].toString(), std::string("find-me"));
        QVERIFY2(answer->body.find("a handler's own") == std::string::npos, "what went wrong inside is for the log");
        // Answered by the clock: no handler is running then.
        QCOMPARE(client.request("GET", "/slow", {}, "X-Request-Id: too-slow\r\n")->status, 504);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        std::set<std::pair<std::string, std::string>> found;
        while (!file.atEnd()) {
            const auto line = parseJson(file.readLine().trimmed().toStdString());
            QVERIFY(line);
            QVERIFY((*line)["request_id"].toString() != "went-well");
            found.emplace((*line)["request_id"].toString(), (*line)["path"].toString());
        }
        QVERIFY(found.contains({"find-me", "/throws"}));
        QVERIFY(found.contains({"too-slow", "/slow"}));
        QVERIFY(found.contains({"refused-4", "/nowhere"}));
    }
};

QTEST_GUILESS_MAIN(TstRequestLog)
#include "tst_requestlog.moc"
