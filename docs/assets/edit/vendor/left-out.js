// @ts-nocheck
throw new Error("This is not part of the editor here.");var e=void 0;export{e as default};
