package uk.sightline.reference;

import java.util.ArrayList;
import java.util.List;

/** All rows of all files of a pack, with their places. */
record PackRows(
        Rowset<Agency> agencies,
        Rowset<Team> teams,
        Rowset<Post> posts,
        Rowset<School> schools,
        Rowset<CodeSet> codes,
        Rowset<ClockRule> clocks,
        Rowset<Threshold> thresholds,
        Rowset<Holiday> holidays,
        Rowset<Tool> tools) {

    PackRows() {
        this(
                new Rowset<>(),
                new Rowset<>(),
                new Rowset<>(),
                new Rowset<>(),
                new Rowset<>(),
                new Rowset<>(),
                new Rowset<>(),
                new Rowset<>(),
                new Rowset<>());
    }

    /** Takes everything one file holds; any file may hold any kind. */
    void take(Entry file) {
        agencies.rows.addAll(file.rows("agencies", Agency::read));
        teams.rows.addAll(file.rows("teams", Team::read));
        posts.rows.addAll(file.rows("posts", Post::read));
        schools.rows.addAll(file.rows("schools", School::read));
        codes.rows.addAll(file.rows("codes", CodeSet::read));
        clocks.rows.addAll(file.rows("clocks", ClockRule::read));
        thresholds.rows.addAll(file.rows("thresholds", Threshold::read));
        holidays.rows.addAll(file.rows("holidays", Holiday::read));
        tools.rows.addAll(file.rows("tools", Tool::read));
        file.refuseOthers();
    }

    static final class Rowset<T> {

        private final List<Row<T>> rows = new ArrayList<>();

        List<Row<T>> rows() {
            return rows;
        }

        List<T> values() {
            return rows.stream().map(Row::value).toList();
        }
    }
}
