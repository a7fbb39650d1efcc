package uk.sightline.reference;

import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The practice of one partnership, read and checked at start, never changed afterwards.
 *
 * <p>Look-ups by a key that the pack does not have raise {@link IllegalArgumentException}: keys come from the pack
 * itself or from records made with it. Codes are the exception, see {@link CodeSet#label(String)}.
 */
public final class PracticePack {

    private final Edition edition;
    private final Listing<Agency> agencies;
    private final Listing<Team> teams;
    private final Listing<Post> posts;
    private final Listing<School> schools;
    private final Listing<CodeSet> codes;
    private final List<ClockRule> clocks;
    private final List<Threshold> thresholds;
    private final List<Holiday> holidays;
    private final List<Tool> tools;
    private final PackRows rows;
    private final @Nullable PackInvalid refused;

    PracticePack(PackRows rows, Edition edition) {
        this(rows, edition, null);
    }

    private PracticePack(PackRows rows, Edition edition, @Nullable PackInvalid refused) {
        this.rows = rows;
        this.refused = refused;
        this.edition = edition;
        agencies = new Listing<>("agency", rows.agencies().values(), Agency::key);
        teams = new Listing<>("team", rows.teams().values(), Team::key);
        posts = new Listing<>("post", rows.posts().values(), Post::key);
        schools = new Listing<>("school", rows.schools().values(), School::urn);
        codes = new Listing<>("code set", rows.codes().values(), CodeSet::key);
        clocks = rows.clocks().values();
        thresholds = rows.thresholds().values();
        holidays = rows.holidays().values();
        tools = rows.tools().values();
    }

    /** This one, staying in force because a changed one is refused. */
    PracticePack inPlaceOf(PackInvalid broken) {
        return new PracticePack(rows, edition, broken);
    }

    /** What is wrong with the pack that was to follow this one, with file and line; empty when this is the one asked for. */
    public Optional<String> refused() {
        return Optional.ofNullable(refused).map(PackInvalid::getMessage);
    }

    public Edition edition() {
        return edition;
    }

    public Agency agency(String key) {
        return agencies.get(key);
    }

    public List<Agency> agencies() {
        return agencies.all();
    }

    public Team team(String key) {
        return teams.get(key);
    }

    public List<Team> teams() {
        return teams.all();
    }

    public List<Team> teamsOf(String agency) {
        return teams.all().stream().filter(team -> team.agency().equals(agency)).toList();
    }

    /** Teams that take work of a route (a code of {@code route}); the first is the one to propose. */
    public List<Team> teamsReceiving(String route) {
        return teams.all().stream().filter(team -> team.receives(route)).toList();
    }

    public Post post(String key) {
        return posts.get(key);
    }

    public List<Post> posts() {
        return posts.all();
    }

    /** @param urn six digits */
    public Optional<School> school(String urn) {
        return schools.has(urn) ? Optional.of(schools.get(urn)) : Optional.empty();
    }

    public List<School> schools() {
        return schools.all();
    }

    public CodeSet codes(String set) {
        return codes.get(set);
    }

    public List<CodeSet> codeSets() {
        return codes.all();
    }

    /**
     * The rule of a clock as it stands on a day.
     *
     * @throws IllegalArgumentException when the pack has no such clock on that day
     */
    public ClockRule clock(String id, LocalDate day) {
        return clocks.stream()
                .filter(rule -> rule.id().equals(id) && rule.validity().holdsOn(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no clock '%s' on %s".formatted(id, day)));
    }

    /** Every version of every clock. */
    public List<ClockRule> clocks() {
        return clocks;
    }

    /**
     * A threshold as it stands on a day.
     *
     * @throws IllegalArgumentException when the pack has none on that day
     */
    public Threshold threshold(String key, LocalDate day) {
        return thresholds.stream()
                .filter(each -> each.key().equals(key) && each.validity().holdsOn(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no threshold '%s' on %s".formatted(key, day)));
    }

    public List<Threshold> thresholds() {
        return thresholds;
    }

    public List<Holiday> holidays() {
        return holidays;
    }

    /** Bank holidays of the pack, in order. */
    public NavigableSet<LocalDate> holidayDates() {
        return holidays.stream().map(Holiday::date).collect(toCollection(TreeSet::new));
    }

    /** The assessment tools in use on a day, in the order of the pack. */
    public List<Tool> tools(LocalDate day) {
        return tools.stream().filter(tool -> tool.validity().holdsOn(day)).toList();
    }

    /**
     * The tool that a record was made with.
     *
     * @throws IllegalArgumentException when the pack no longer has that version
     */
    public Tool tool(String key, String version) {
        return tools.stream()
                .filter(tool -> tool.key().equals(key) && tool.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tool '%s' version %s".formatted(key, version)));
    }

    /** Every version of every tool. */
    public List<Tool> tools() {
        return tools;
    }
}
