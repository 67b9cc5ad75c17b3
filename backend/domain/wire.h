// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/event.h"
#include "backend/domain/incident.h"
#include "backend/domain/jsonreader.h"
#include "backend/domain/metric.h"
#include "backend/domain/source.h"

#include <string>

/// The JSON of everything that crosses the wire, written and read in one place for daemon, console and command line.
/// Writers append to a string (hot paths); readers ignore members they do not know and name what is wrong.
namespace vigie::wire {

void append(std::string &out, const Incident &incident);
void append(std::string &out, const TimelineEntry &entry);
void append(std::string &out, const SourceStatus &status);
void append(std::string &out, const LabelSet &labels); ///< {"name":"value"}
void append(std::string &out, const Error &error, std::string_view requestId); ///< RFC 9457 problem document
/// {"t":micros,"source":"host","samples":[["host_load1",0.12], …]}
void append(std::string &out, const SampleBatch &batch);
/// {"series":"host_load1{}","name":…,"labels":{…},"points":[[micros,min,max,avg,count], …]}
void append(std::string &out, const SeriesSteps &steps);
/// {"type":…,"seq":…,"data":…}
void append(std::string &out, const Event &event);

template<typename T>
std::string text(const T &value)
{
    std::string out;
    append(out, value);
    return out;
}

[[nodiscard]] Result<Incident> readIncident(const Json &json);
[[nodiscard]] Result<TimelineEntry> readTimelineEntry(const Json &json);
[[nodiscard]] Result<SourceStatus> readSourceStatus(const Json &json);
[[nodiscard]] Result<SeriesSteps> readSeriesSteps(const Json &json);
/// The error a problem document stands for; Protocol when it is none.
[[nodiscard]] Error readProblem(int httpStatus, std::string_view body);
/// HTTP status of a code, mapped once for daemon and console.
int httpStatus(Error::Code code);
Error::Code errorCodeOfHttpStatus(int status);

} // namespace vigie::wire
