// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The frames of the event stream, byte by byte.
#include "backend/domain/json.h"
#include "backend/server/eventframes.h"

#include <QTest>

using namespace vigie;

class TstEventFrames : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// With frames of 20 bytes: [4,4,4,4] has 21.
    void noFrameIsAByteTooLong_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<int>("frames");
        QTest::newRow("exactly full") << 8 << 9 << 1; // two brackets, a comma
        QTest::newRow("a byte more") << 9 << 9 << 2;
        QTest::newRow("two bytes more") << 9 << 10 << 2;
        QTest::newRow("one fills it") << 18 << 1 << 2;
    }
    void noFrameIsAByteTooLong()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(int, frames);
        FrameBuilder builder(20);
        for (const int size : {first, second})
            QVERIFY(builder.add(std::string(std::size_t(size), '7')));
        const auto made = builder.take();
        QCOMPARE(made.size(), std::size_t(frames));
        for (const auto &frame : made)
            QVERIFY2(frame->size() <= 20, frame->c_str());
        QVERIFY(builder.take().empty());
    }
    void whatIsLongerThanAFrameIsRefused()
    {
        FrameBuilder builder(20);
        QVERIFY(!builder.add(std::string(19, '7')));
        QVERIFY(builder.add(std::string(18, '7')));
        QCOMPARE(builder.take().size(), std::size_t {1});
    }
    /// Qt's client counts UTF-16, ours bytes: only ASCII is the same for both.
    void framesAreAscii()
    {
        Event event {"incident.created", Topic::Incidents, 7, {}, {}};
        Json data;
        data.set("title",
                 "Gr\xc3\xb6\xc3\x9f"
                 "e \xf0\x9f\x98\x80");
        event.data = data.dump();
        const std::string text = eventText(event);
        QVERIFY(std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; }));
        QCOMPARE((*parseJson(text))["data"]["title"].toString(), data["title"].toString());
    }
};

QTEST_GUILESS_MAIN(TstEventFrames)
#include "tst_eventframes.moc"
