// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the host collector that walk over filesystems, disks and interfaces.
#include "backend/monitoring/hostcollector.h"

#include <algorithm>
#include <array>

namespace vigie {

namespace {
/// Filesystems with room of their own that answers at once.
bool isLocalFilesystem(std::string_view type, std::string_view mountPoint)
{
    static constexpr std::array<std::string_view, 15> types {"ext2", "ext3",  "ext4",     "xfs",      "btrfs",
                                                             "zfs",  "f2fs",  "jfs",      "vfat",     "exfat",
                                                             "ntfs", "ntfs3", "reiserfs", "bcachefs", "nilfs2"};
    // A container's root is an overlay on a local disk; all other overlays repeat what is counted already.
    if (type == "overlay")
        return mountPoint == "/";
    return std::ranges::find(types, type) != types.end();
}

/// Whose server or process may never answer, also not for the way to what is mounted below.
bool mayHang(std::string_view type)
{
    static constexpr std::array<std::string_view, 13> types {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "afs", "gfs2", "ocfs2", "lustre", "fuse", "fuseblk"};
    return type.starts_with("fuse.") || std::ranges::find(types, type) != types.end();
}

bool isInside(std::string_view path, std::string_view folder)
{
    return path == folder || (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

bool isOthersMount(std::string_view path)
{
    static constexpr std::array<std::string_view, 7> folders {
        "/var/lib/docker", "/var/lib/containers", "/var/lib/kubelet", "/run", "/snap", "/proc", "/sys"};
    return std::ranges::any_of(folders, [path](std::string_view f) { return isInside(path, f); });
}

/// "\040" and the like in /proc/mounts (getmntent(3)).
std::string unescapeMount(std::string_view text)
{
    std::string out;
    const auto isOctal = [](char c) { return c >= '0' && c <= '7'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size() && isOctal(text[i + 1]) && isOctal(text[i + 2])
            && isOctal(text[i + 3])) {
            out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

struct HostMount {
    std::string point;
    std::string type;
};

/// By device, its mount points from the shortest to the longest.
std::map<std::string, std::vector<HostMount>> readMounts(HostFiles &files)
{
    std::map<std::string, std::vector<HostMount>> mounts;
    std::vector<std::string> hanging;
    files.forEachLine("/proc/self/mounts", [&](std::string_view line) {
        const std::string device = unescapeMount(takeWord(line));
        std::string point = unescapeMount(takeWord(line));
        const std::string_view type = takeWord(line);
        // Where the root itself is far away, this very program hangs with it.
        if (mayHang(type) && point != "/")
            hanging.push_back(std::move(point));
        else if (!point.empty() && isLocalFilesystem(type, point) && !isOthersMount(point))
            mounts[device].push_back({std::move(point), std::string(type)});
    });
    for (auto &[device, points] : mounts) {
        std::erase_if(points, [&hanging](const HostMount &mount) {
            return std::ranges::any_of(hanging,
                                       [&mount](const std::string &folder) { return isInside(mount.point, folder); });
        });
        std::ranges::stable_sort(
            points, [](const HostMount &a, const HostMount &b) { return a.point.size() < b.point.size(); });
    }
    return mounts;
}

bool isWatchedDisk(std::string_view name)
{
    static constexpr std::array<std::string_view, 5> left {"loop", "ram", "zram", "sr", "fd"};
    return std::ranges::none_of(left, [name](std::string_view prefix) { return name.starts_with(prefix); });
}
} // namespace

void HostCollector::collectFilesystems()
{
    for (const auto &[device, points] : readMounts(m_files)) {
        // Containers mount single files of a device; only a folder tells its room.
        std::optional<FilesystemUsage> usage;
        const auto mount = std::ranges::find_if(points, [&](const HostMount &candidate) {
            usage = m_usageOf(m_files.pathOf(candidate.point));
            return usage.has_value();
        });
        if (mount == points.end() || !usage || usage->totalBytes == 0)
            continue;
        const LabelSet labels {{"device", device}, {"fstype", mount->type}, {"mountpoint", mount->point}};
        add("host_filesystem_size_bytes", static_cast<double>(usage->totalBytes), labels);
        add("host_filesystem_free_bytes", static_cast<double>(usage->availableBytes), labels);
        // As df(1) counts: what is kept for root is neither used nor free.
        const auto used = static_cast<double>(usage->totalBytes - std::min(usage->freeBytes, usage->totalBytes));
        const double reachable = used + static_cast<double>(usage->availableBytes);
        add("host_filesystem_used_ratio", reachable > 0 ? used / reachable : 1.0, labels);
        if (usage->totalInodes > 0) {
            const auto inodes = static_cast<double>(usage->totalInodes);
            add("host_filesystem_inodes_used_ratio", 1 - static_cast<double>(usage->freeInodes) / inodes, labels);
        }
    }
}

void HostCollector::collectDisks()
{
    static constexpr std::uint64_t sectorBytes = 512; // whatever the device's own sectors are (kernel, iostats.rst)
    m_files.forEachLine("/proc/diskstats", [this](std::string_view line) {
        takeWord(line);
        takeWord(line);
        const std::string name(takeWord(line));
        std::array<std::uint64_t, 11> fields {};
        for (std::uint64_t &field : fields)
            field = parseUnsigned(takeWord(line)).value_or(0);
        const bool used = fields[0] + fields[4] > 0;
        // Only whole devices have a folder there, partitions do not.
        if (name.empty() || !used || !isWatchedDisk(name) || !m_files.exists("/sys/block/" + name))
            return;
        const LabelSet labels {{"device", name}};
        if (const auto bytes = rate("disk read " + name, fields[2] * sectorBytes))
            add("host_disk_read_bytes_per_second", *bytes, labels);
        if (const auto bytes = rate("disk write " + name, fields[6] * sectorBytes))
            add("host_disk_write_bytes_per_second", *bytes, labels);
        if (const auto busyMillis = rate("disk busy " + name, fields[9]))
            add("host_disk_busy_ratio", std::min(1.0, *busyMillis / 1000), labels);
    });
}

void HostCollector::collectNetwork()
{
    m_files.forEachLine("/proc/net/dev", [this](std::string_view line) {
        const std::size_t colon = line.rfind(':');
        if (colon == std::string_view::npos)
            return;
        std::string_view before = line.substr(0, colon);
        const std::string name(takeWord(before));
        if (name.empty() || name == "lo" || name.starts_with("veth"))
            return;
        std::string_view numbers = line.substr(colon + 1);
        std::array<std::uint64_t, 16> fields {};
        for (std::uint64_t &field : fields)
            field = parseUnsigned(takeWord(numbers)).value_or(0);
        const LabelSet labels {{"device", name}};
        if (const auto bytes = rate("net in " + name, fields[0]))
            add("host_network_receive_bytes_per_second", *bytes, labels);
        if (const auto bytes = rate("net out " + name, fields[8]))
            add("host_network_transmit_bytes_per_second", *bytes, labels);
        if (const auto errors = rate("net errors " + name, fields[2] + fields[10]))
            add("host_network_errors_per_second", *errors, labels);
    });
}

} // namespace vigie
