// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/jsonreader.h"

#include <QTest>

#include <string>
#include <vector>

using namespace vigie;

class TestNearestWord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nearestWords_data()
    {
        QTest::addColumn<std::string>("word");
        QTest::addColumn<std::string>("expected"); // "" for none; of title, q, to, severity
        const auto row = [](const char *word, const char *expected) {
            QTest::newRow(word) << std::string(word) << std::string(expected);
        };
        row("titel", "title"); // two of five
        row("tatol", ""); // three of five
        row("severty", "severity");
        row("sverty", "severity"); // 6 / 3 + 1
        row("sevy", ""); // four more letters, two are allowed
        row("x", ""); // all of it differs
        row("xo", "to");
        row("xy", "");
        row("", "");
    }
    void nearestWords()
    {
        QFETCH(std::string, word);
        QFETCH(std::string, expected);
        const std::vector<std::string> candidates {"title", "q", "to", "severity"};
        QCOMPARE(nearestWord(word, candidates).value_or(""), expected);
    }
};

QTEST_GUILESS_MAIN(TestNearestWord)
#include "tst_nearestword.moc"
