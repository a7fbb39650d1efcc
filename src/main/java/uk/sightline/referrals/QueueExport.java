package uk.sightline.referrals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;
import uk.sightline.referrals.QueueQueries.Line;

/** The list as a spreadsheet: what is shown, real dates, a frozen header, the marking on top (ACCESS: exports). */
@Component
class QueueExport {

    /** More would not be a list that is shown. */
    static final int MOST_ROWS = 5_000;

    private static final String[] HEAD = {
        "Reference",
        "Due",
        "Received",
        "State",
        "Age",
        "Kinds of exploitation",
        "Referrer's level",
        "From",
        "How it came",
        "Flags",
        "Team",
        "Owner"
    };
    private static final int HEAD_ROW = 1;
    private static final String DATES = "dd/mm/yyyy hh:mm";

    private final InstantSource time;

    QueueExport(InstantSource time) {
        this.time = time;
    }

    byte[] workbook(List<QueuePage.Row> rows, List<Line> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Sightline", "1.0")) {
            Worksheet sheet = book.newWorksheet("Front door");
            sheet.value(0, 0, marking());
            for (int column = 0; column < HEAD.length; column++) {
                sheet.value(HEAD_ROW, column, HEAD[column]);
            }
            sheet.range(HEAD_ROW, 0, HEAD_ROW, HEAD.length - 1).style().bold().set();
            sheet.freezePane(0, HEAD_ROW + 1);
            for (int i = 0; i < rows.size(); i++) {
                fill(sheet, HEAD_ROW + 1 + i, rows.get(i), lines.get(i));
            }
        }
        return out.toByteArray();
    }

    private String marking() {
        return "OFFICIAL-SENSITIVE. Exported by %s at %s for work on referrals."
                .formatted(Actor.current().name(), London.dayAndTime(time.instant()));
    }

    private static void fill(Worksheet sheet, int at, QueuePage.Row row, Line line) {
        sheet.value(at, 0, row.reference());
        sheet.value(at, 1, London.dateTime(line.dueAt()));
        sheet.value(at, 2, London.dateTime(line.receivedAt()));
        sheet.range(at, 1, at, 2).style().format(DATES).set();
        sheet.value(at, 3, row.state());
        sheet.value(at, 4, row.age());
        sheet.value(at, 5, neutral(String.join(", ", row.strands())));
        sheet.value(at, 6, row.level());
        sheet.value(at, 7, neutral(row.from()));
        sheet.value(at, 8, row.channel());
        sheet.value(at, 9, String.join(", ", row.dangers()) + flags(row));
        sheet.value(at, 10, neutral(row.team()));
        sheet.value(at, 11, neutral(row.owner()));
    }

    private static String flags(QueuePage.Row row) {
        String flags = String.join(", ", row.flags());
        return row.dangers().isEmpty() || flags.isEmpty() ? flags : ", " + flags;
    }

    /** Text that a spreadsheet would take for a formula, when it is typed in or saved as CSV, begins with an apostrophe. */
    static String neutral(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
