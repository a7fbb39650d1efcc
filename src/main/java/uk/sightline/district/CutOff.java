package uk.sightline.district;

/** Refuses to serve pages over half a district: its lists would be short and its indexes missing. */
final class CutOff extends BeforePages {

    private final District district;

    CutOff(District district) {
        this.district = district;
    }

    @Override
    void work() {
        if (district.isCutOff()) {
            throw new IllegalStateException(
                    "the loading of a district was cut off or still runs. Finish it with ./sightline load, then start");
        }
    }
}
