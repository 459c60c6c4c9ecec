/* placeholder, written next */
export {};
