package uk.sightline.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The pages of the work list, opened without a pause by as many people at once as a database can serve, turn by turn with
 * the bare SQL of the same pages as the same people.
 *
 * @param accounts who works, in turn
 * @param measured of each page, and of its SQL
 */
record WorkPages(URI address, List<UUID> accounts, int clients, Duration warmUp, Duration measured) {

    private static final int ROUNDS = 5;
    private static final List<Operation> PAGES = List.of(Operation.WORK, Operation.TEAM);

    WorkPages {
        accounts = List.copyOf(accounts);
    }

    Report measure(BareReads bare) throws InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of("%d clients without a pause".formatted(clients)));
        int errors = 0;
        try (Crowd crowd = new Crowd(address, accounts, clients, Visitor::signIn)) {
            for (Operation page : PAGES) {
                Duel duel = new Duel(opening(crowd, page), reading(bare, page));
                duel.warmUp(warmUp);
                duel.rounds(ROUNDS, measured.dividedBy(ROUNDS));
                rows.add(row(page, duel));
                notes.addAll(duel.failures());
                errors += duel.errors();
            }
        }
        return new Report(
                List.of(
                        "page",
                        "requests",
                        "errors",
                        "a second",
                        "bare SQL a second",
                        "page to bare SQL",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "bare SQL p50 ms",
                        "bare SQL p99 ms"),
                rows,
                notes,
                errors);
    }

    private static List<Pace.Step> opening(Crowd crowd, Operation page) {
        return crowd.visitors().stream()
                .<Pace.Step>map(visitor -> () -> visitor.does(page))
                .toList();
    }

    private List<Pace.Step> reading(BareReads bare, Operation page) {
        List<Pace.Step> reading = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            reading.add(bare.again(BareRead.of(page), accounts.get(i % accounts.size())));
        }
        return reading;
    }

    private static List<String> row(Operation page, Duel duel) {
        Timings pages = duel.product().timings();
        Timings bare = duel.bare().timings();
        return List.of(
                page.label(),
                Integer.toString(pages.count()),
                Integer.toString(duel.errors()),
                Report.ms(duel.product().perSecond()),
                Report.ms(duel.bare().perSecond()),
                duel.ratio(),
                Report.ms(pages.percentile(50)),
                Report.ms(pages.percentile(95)),
                Report.ms(pages.percentile(99)),
                Report.ms(bare.percentile(50)),
                Report.ms(bare.percentile(99)));
    }
}
