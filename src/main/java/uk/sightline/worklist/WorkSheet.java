package uk.sightline.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import uk.sightline.platform.Actor;
import uk.sightline.platform.London;

/** A work list as an Excel sheet: real dates, a heading that stays, the marking, who took it out and when. */
final class WorkSheet {

    private static final List<String> HEAD =
            List.of("Reference", "What", "Due", "Left", "State", "Owner", "Started", "Said why");
    private static final int HEAD_ROW = 2;
    private static final String DATE = "dd/mm/yyyy hh:mm";
    private static final int WIDTH = 24;

    private WorkSheet() {}

    static void write(List<Row> rows, String title, Instant now, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Sightline", "1.0")) {
            var sheet = book.newWorksheet("Work list");
            heading(sheet, title, now);
            for (int i = 0; i < rows.size(); i++) {
                row(sheet, HEAD_ROW + 1 + i, rows.get(i));
            }
        }
    }

    private static void heading(Worksheet sheet, String title, Instant now) {
        sheet.value(
                0,
                0,
                "OFFICIAL-SENSITIVE. %s, taken out by %s on %s."
                        .formatted(title, Actor.current().name(), London.dayAndTime(now)));
        for (int column = 0; column < HEAD.size(); column++) {
            sheet.value(HEAD_ROW, column, HEAD.get(column));
            sheet.style(HEAD_ROW, column).bold().set();
            sheet.width(column, WIDTH);
        }
        sheet.freezePane(1, HEAD_ROW + 1);
    }

    private static void row(Worksheet sheet, int at, Row row) {
        sheet.value(at, 0, row.reference());
        sheet.value(at, 1, row.reading().label());
        date(sheet, at, 2, row.item().dueAt());
        sheet.value(at, 3, row.left());
        sheet.value(at, 4, row.tagWord());
        sheet.value(at, 5, row.ownerName() == null ? "" : row.ownerName());
        date(sheet, at, 6, row.item().startedAt());
        sheet.value(at, 7, row.item().explained() ? "yes" : "");
    }

    private static void date(Worksheet sheet, int row, int column, Instant moment) {
        sheet.value(row, column, London.dateTime(moment));
        sheet.style(row, column).format(DATE).set();
    }
}
