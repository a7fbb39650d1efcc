package uk.sightline.identity;

/** How far two words are apart as they are written, counted in mistakes and as a share. */
public final class Spelling {

    /** Of the letters that Winkler lets count more, because mistakes are rarer at the beginning of a word. */
    private static final int BEGINNING = 4;

    private static final double FOR_BEGINNING = 0.1;

    private Spelling() {}

    /**
     * Letters changed, added, left out or swapped with their neighbour to turn one word into the other.
     *
     * @param most more than this is not counted: the answer is then {@code most + 1}
     */
    public static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int from = commonStart(a, b);
        int end = commonEnd(a, b, from);
        return Math.min(most + 1, counted(a, b, from, a.length() - end, b.length() - end, most));
    }

    private static int commonStart(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int same = 0;
        while (same < shorter && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }

    private static int commonEnd(String a, String b, int from) {
        int most = Math.min(a.length(), b.length()) - from;
        int same = 0;
        while (same < most && a.charAt(a.length() - 1 - same) == b.charAt(b.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    private static int counted(String a, String b, int from, int aEnd, int bEnd, int most) {
        int wide = bEnd - from;
        int[] before = new int[wide + 1];
        int[] last = new int[wide + 1];
        int[] row = new int[wide + 1];
        for (int j = 0; j <= wide; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= aEnd - from; i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= wide; j++) {
                row[j] = cheapest(a, b, from + i - 1, from + j - 1, j, before, last, row);
                if (i > 1 && j > 1 && isSwapped(a, b, from + i - 1, from + j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[wide];
    }

    private static int cheapest(String a, String b, int i, int j, int at, int[] before, int[] last, int[] row) {
        int changed = last[at - 1] + (a.charAt(i) == b.charAt(j) ? 0 : 1);
        return Math.min(changed, 1 + Math.min(last[at], row[at - 1]));
    }

    private static boolean isSwapped(String a, String b, int i, int j) {
        return a.charAt(i) == b.charAt(j - 1) && a.charAt(i - 1) == b.charAt(j);
    }

    /** Jaro's share of letters in common, raised by Winkler for a common beginning: 0 to 1. */
    public static double likeness(String a, String b) {
        // Which letters are in common may depend on whose are taken first.
        double jaro = a.compareTo(b) <= 0 ? jaro(a, b) : jaro(b, a);
        int start = Math.min(BEGINNING, commonStart(a, b));
        return jaro + start * FOR_BEGINNING * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] aTaken = new boolean[a.length()];
        boolean[] bTaken = new boolean[b.length()];
        int common = 0;
        for (int i = 0; i < a.length(); i++) {
            int to = Math.min(b.length() - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= to; j++) {
                if (!bTaken[j] && a.charAt(i) == b.charAt(j)) {
                    aTaken[i] = true;
                    bTaken[j] = true;
                    common++;
                    break;
                }
            }
        }
        return common == 0 ? 0 : ofCommon(common, outOfOrder(a, b, aTaken, bTaken), a.length(), b.length());
    }

    private static int outOfOrder(String a, String b, boolean[] aTaken, boolean[] bTaken) {
        int moved = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (aTaken[i]) {
                while (!bTaken[j]) {
                    j++;
                }
                moved += a.charAt(i) == b.charAt(j) ? 0 : 1;
                j++;
            }
        }
        return moved / 2;
    }

    private static double ofCommon(double common, double moved, int a, int b) {
        return (common / a + common / b + (common - moved) / common) / 3;
    }
}
