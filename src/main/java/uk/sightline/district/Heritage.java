package uk.sightline.district;

/** What a parent brings to a family: a community and, of what is usual in it, one ethnicity, language and religion. */
record Heritage(Community community, String ethnicity, String language, String religion) {

    static Heritage draw(Dice dice) {
        Community community = Community.draw(dice);
        return new Heritage(
                community,
                community.ethnicities.draw(dice),
                community.languages.draw(dice),
                community.religions.draw(dice));
    }

    /** Of a child of two parents of different communities. */
    static Heritage ofBoth(Heritage father, Heritage mother) {
        String ethnicity = Community.mixedEthnicity(father.community, mother.community);
        return new Heritage(father.community, ethnicity, "English", mother.religion);
    }
}
